import { defineWords } from '@/lib/words'

export const duplicateWords = defineWords(
  'duplicates',
  {
    duplicates: '疑似重复',
    noDuplicates: '没有发现疑似重复的项目',
    level: '{{level}} 级',
    similarity: '名称相似 {{percent}}%',
    verdict: '裁决',
    verdictSAME: '同一项目',
    verdictNEW: '不同项目',
    verdictMERGE: '合并到另一项目',
    verdictReason: '裁决理由',
    verdictGive: '裁决：{{verdict}}',
    verdictBy: '{{by}} 裁决为“{{verdict}}”：{{reason}}',
  },
  {
    duplicates: 'Possible duplicates',
    noDuplicates: 'No possible duplicates found',
    level: 'Level {{level}}',
    similarity: 'names {{percent}} % alike',
    verdict: 'Verdict',
    verdictSAME: 'Same project',
    verdictNEW: 'Different project',
    verdictMERGE: 'Merge into the other',
    verdictReason: 'Grounds of the verdict',
    verdictGive: 'Decide: {{verdict}}',
    verdictBy: '{{by}} decided “{{verdict}}”: {{reason}}',
  },
)
