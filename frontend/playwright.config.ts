import { defineConfig } from '@playwright/test'

// The product is started by `make` (or by hand); BASE_URL says where it answers.
const baseURL = process.env.BASE_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: false,
  workers: 1,
  // A slow machine decides no test.
  timeout: 240_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
