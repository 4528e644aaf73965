// Adds to package-lock.json the optional packages of other platforms that npm could not look up: without them `npm ci` refuses.
import { readFileSync, writeFileSync } from 'node:fs'

const file = 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))
const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'win32',
  'aix',
  'sunos',
  'wasi',
]
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32']
for (const [at, of] of Object.entries({ ...lock.packages })) {
  for (const [name, range] of Object.entries(of.optionalDependencies ?? {})) {
    const places = [`${at}/node_modules/${name}`, `node_modules/${name}`]
    if (places.some((place) => lock.packages[place])) continue
    const words = name.split(/[-/]/)
    const os = systems.filter((system) => words.includes(system) || (system === 'win32' && words.includes('windows')))
    const cpu = processors.filter((processor) => words.includes(processor))
    if (name === 'fsevents') os.push('darwin')
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[~^]/, ''),
      ...(cpu.length ? { cpu } : {}),
      ...(of.dev ? { dev: true } : {}),
      optional: true,
      ...(os.length ? { os } : {}),
    }
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
