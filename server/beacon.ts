/**
 * Beacon (baken): a public source of random rounds, each signed on its time. A round's value is
 * SHA-256 of its signature, so who checks the signature has checked the value. Real lotteries use drand
 * quicknet; a practice lottery (oefenloting) uses a practice beacon of the same make.
 */
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { u64be } from '../core/basics/bytewise.ts'
import { canonicalJson } from '../core/basics/canonical-json.ts'
import { bytesOfHex, sha256 } from '../core/basics/sha256.ts'
import {
  type BeaconChain,
  type Instant,
  type SignatureCheck,
  timeOfRound,
} from '../core/ranking/settle-randomness.ts'

/** The public chain of drand with a round every three seconds, signed in G1 ("unchained"). */
export const quicknet: BeaconChain = {
  name: 'drand quicknet',
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c' +
    '8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb' +
    '5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  genesis: 1_692_803_367,
  periodSeconds: 3,
  practice: false,
}

export type PracticeBeacon = {
  readonly chain: BeaconChain
  /** The signature of a round; undefined while its time has not come. */
  readonly sign: (round: number, now: Instant) => string | undefined
}

/**
 * The seed of the practice beacon in demos and tests. Everyone can read it here and so compute every
 * round ahead: that is by design, and why a draw by this beacon is never valid for a real home.
 */
export const openPracticeSeed = 'verdeelsleutel oefenloting'

/**
 * A beacon for practice (oefenbaken), where drand cannot be reached. Whoever knows the seed can compute
 * its rounds ahead; an installation makes a seed of its own and keeps it secret. Its rounds have the
 * numbers and times of quicknet.
 */
export function practiceBeacon(seed: string): PracticeBeacon {
  const wide = Buffer.concat([
    sha256('practice beacon 1\0', seed),
    sha256('practice beacon 2\0', seed),
  ])
  const material = wide.subarray(0, secretMaterialLength)
  const { secretKey, publicKey } = signatures.keygen(material)
  const chain = { ...quicknet, name: 'oefenbaken', publicKey: publicKey.toHex(), practice: true }
  return {
    chain,
    sign: (round, now) =>
      now < timeOfRound(chain, round)
        ? undefined
        : signatures.sign(pointOf(round), secretKey).toHex(),
  }
}

/** Whether this signature is the chain's own for this round. Anything unreadable is not. */
export function verifyRound(chain: BeaconChain, round: number, signature: string): boolean {
  const bytes = bytesOfHex(signature)
  const key = bytesOfHex(chain.publicKey)
  if (bytes === undefined || key === undefined) return false
  try {
    return signatures.verify(bytes, pointOf(round), key)
  } catch {
    // The library throws on bytes that are no point of the curve, where we want a plain no.
    return false
  }
}

/** For the core: checks rounds of this chain. Pulses of NIST are not checked yet and never hold. */
export function signatureCheckFor(chain: BeaconChain): SignatureCheck {
  return (value) => value.kind === 'round' && verifyRound(chain, value.round, value.signature)
}

/** A chain that can be trusted for what it says it is: quicknet itself, or one marked as practice. */
export function isKnownChain(chain: BeaconChain): boolean {
  return chain.practice || canonicalJson(chain) === canonicalJson(quicknet)
}

// More bytes than the key has, so that reducing them leaves no bias to speak of.
const secretMaterialLength = 48
const signatures = bls12_381.shortSignatures
const domain = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'

// What is signed is SHA-256 of the round's number, hashed to a point of G1.
function pointOf(round: number): ReturnType<typeof signatures.hash> {
  return signatures.hash(sha256(u64be(round)), domain)
}
