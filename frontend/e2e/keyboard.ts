import { expect, type Locator, type Page } from '@playwright/test'

/** Walks forward with Tab until the control has the focus, as someone without a mouse does. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  for (let step = 0; step < most; step++) {
    if (await target.evaluateAll((found) => found.some((one) => one === document.activeElement))) return
    await page.keyboard.press('Tab')
  }
  await expect(target, `not reached in ${most} steps of Tab`).toBeFocused({ timeout: 1 })
}

export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.type(text)
}

/** Picks from a drop-down by typing what is looked for. */
export async function pick(page: Page, target: Locator, text: string): Promise<void> {
  await typeInto(page, target, text)
  const offered = page.locator('.ant-select-item-option-active').filter({ visible: true })
  await expect(offered).toContainText(text)
  await page.keyboard.press('Enter')
}
