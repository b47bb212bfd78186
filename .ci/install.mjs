// Installs the locked dependencies when they are absent or older than the lock file.
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

const modified = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

if (modified('node_modules/.package-lock.json') < modified('package-lock.json')) {
  const install = spawnSync('npm', ['ci', '--no-fund', '--no-audit'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  process.exitCode = install.status ?? 1
}
