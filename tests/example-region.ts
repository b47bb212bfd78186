/** A small region as somebody would write it, for tests that must not change when a shipped region does. */
export const exampleRegion = `region: voorbeeld
title: Een voorbeeld
rules: [parkstad-2026]
starts: 2026-10-01
warmUpYears: { value: 5, synthetic: true }
places:
  source: "Kaart van de gemeente"
  dorp:
    xKm: 0
    yKm: 0
    homesShare: 0.6
    publicAreaWeight: { value: 1, synthetic: true }
    neighbourhoods: { oost: { share: 0.5, attraction: 0 }, west: { share: 0.5, attraction: 0.2 } }
  gehucht:
    xKm: 3
    yKm: 4
    homesShare: 0.3
    publicAreaWeight: 1
    neighbourhoods: { midden: { share: 1, attraction: 0 } }
  buurtschap:
    xKm: 6
    yKm: 0
    homesShare: 0.1
    publicAreaWeight: 1
    neighbourhoods: { kern: { share: 1, attraction: 0 } }
landlords:
  synthetic: true
  samenwonen: { shareIn: { dorp: 0.5, gehucht: 1 } }
  woonzorg: { shareIn: { dorp: 0.5, gehucht: 0, buurtschap: 1 } }
homes:
  count: { value: 1000, source: "Jaarverslag" }
  homesPerComplex: { value: 20, synthetic: true }
  types:
    synthetic: true
    apartment: { share: 0.6, bedrooms: { '1': 0.5, '2': 0.5 }, labels: { none: 0.8, senior: 0.2 } }
    house: { share: 0.4, bedrooms: { '3': 1 }, labels: { none: 1 } }
  rentCents: { synthetic: true, '1': 55000, '2': 65000, '3': 72000 }
  rentSpread: { value: 0.1, synthetic: true }
vacancies:
  perHomePerYear: { value: 0.05, source: "Jaarverslag", synthetic: true }
  newHomes:
    synthetic: true
    hofje: { count: 0, fromYear: 1, untilYear: 3, place: dorp, type: apartment, bedrooms: 2, label: senior }
  roads: { source: "Jaarverslag", advertised: 0.6, mediated: 0.3, tailored: 0.1 }
  models: { synthetic: true, ranked: 0.8, lottery: 0.05, first-come: 0.1, option: 0.05 }
  noticeDays: { value: 30, synthetic: true }
  repairDays: { value: 21, synthetic: true }
streams:
  synthetic: true
  regular: &iedereen
    perYear: 400
    atStart: 2000
    road: advertised
    ages: { 18-27: 0.4, 28-66: 0.4, 67-90: 0.2 }
    sizes: { '1': 0.6, '2': 0.4 }
    income: { medianCents: 2400000, nextPersonCents: 700000, spread: 0.4 }
    situations: { starter: 0.5, onward-mover: 0.5 }
    leavesSocialHome: 0.6
    from: { dorp: 0.7, gehucht: 0.2, elsewhere: 0.1 }
    residenceYears: 12
    professions: { other: 1 }
    searchesAtOnce: 0.5
    searchesAfterYears: 10
    patienceYears: 3
    keptYears: 5
  shelter: { <<: *iedereen, perYear: 3, atStart: 1, ground: 12-3-shelter, inShelter: true }
behaviour:
  synthetic: true
  response: { value: 0.1, range: [0.02, 0.3] }
  keennessSpread: { value: 0.5, range: [0, 1] }
  distanceKm: { value: 8, range: [4, 15] }
  tooSmall: { value: 0.1, range: [0, 0.4] }
  tooLarge: { value: 0.6, range: [0.3, 1] }
  rentTooHigh: { value: 0.2, range: [0, 0.6] }
  wrongLabel: { value: 0.3, range: [0, 1] }
  chanceMatters: { value: 0.3, range: [0, 1] }
  acceptance: { value: 0.3, range: [0.1, 0.6] }
  pickiness: { value: 1, range: [0, 2] }
  taste: { value: 1, range: [0.3, 2] }
  desperationPerYear: { value: 0.2, range: [0, 0.6] }
  penaltyFear: { value: 0.5, range: [0, 1.5] }
  noAnswer: { value: 0.3, range: [0.1, 0.5] }
  clickers: { value: 0.2, range: [0, 0.5] }
  clicksPerMonth: { value: 4, range: [1, 12] }
  labellingPressure: { value: 0, range: [0, 0.05] }
  answerDays: { value: 1, range: [0, 3] }
work:
  synthetic: true
  minutesPerResponse: 0.1
  minutesPerOffer: 15
  minutesPerCheck: 20
  minutesPerLetter: 12
  minutesPerMediation: 180
  centsPerHour: 5000
`
