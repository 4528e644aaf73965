import { afterEach, expect, test } from 'vitest'
import { defineWords, switchLanguage, translate } from './words'

const words = defineWords(
  'words-test',
  { found: '{{count}} 个项目' },
  { found: '{{count}} projects', found_one: '{{count}} project' },
)

afterEach(() => switchLanguage('zh'))

test('English has one project and two projects; Chinese has one form', async () => {
  expect(translate(words, 'found', { count: 1 })).toBe('1 个项目')
  await switchLanguage('en')
  expect(translate(words, 'found', { count: 1 })).toBe('1 project')
  expect(translate(words, 'found', { count: 2 })).toBe('2 projects')
})
