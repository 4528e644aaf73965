import { describe, expect, it } from 'vitest'
import { blockOf } from './clipboard'

describe('a block from a sheet', () => {
  it('is rows of cells, with or without a line end behind it', () => {
    expect(blockOf('4.5\t5\r\n2.1\t\r\n')).toEqual([
      ['4.5', '5'],
      ['2.1', ''],
    ])
    expect(blockOf('1\n2')).toEqual([['1'], ['2']])
  })

  it('keeps lines, tabs and quotes within a cell', () => {
    expect(blockOf('"完成基础\n主体\t过半"\t"称""一号""工程"\n下一行\t"x"')).toEqual([
      ['完成基础\n主体\t过半', '称"一号"工程'],
      ['下一行', 'x'],
    ])
    expect(blockOf('"两行\n一格"')).toEqual([['两行\n一格']])
  })

  it('takes a quote that closes nothing as it stands', () => {
    expect(blockOf('5" 管\t"未完\n"甲"乙\t丙')).toEqual([
      ['5" 管', '"未完'],
      ['"甲"乙', '丙'],
    ])
  })

  it('leaves a single plain cell to the control, and empty rows where they are', () => {
    expect(blockOf('1200万')).toBeUndefined()
    expect(blockOf('')).toBeUndefined()
    expect(blockOf('1\n\n3\n')).toEqual([['1'], [''], ['3']])
  })
})
