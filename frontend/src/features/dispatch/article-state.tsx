import type { Article } from '@/api/types'
import { useWords } from '@/lib/words'
import { Tag } from '@/ui/state-tag'
import { articleWords } from './article-words'

const states: Record<Article['state'], { mark: string; tone: string }> = {
  OFFERED: { mark: '○', tone: 'plain' },
  ADOPTED: { mark: '✓', tone: 'green' },
  DECLINED: { mark: '×', tone: 'plain' },
}

export function ArticleState({ state }: { state: Article['state'] }) {
  const t = useWords(articleWords)
  return (
    <Tag tone={states[state].tone} mark={states[state].mark}>
      {t(`state${state}`)}
    </Tag>
  )
}
