import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Project } from '@/api/types'
import { paths } from '@/app/paths'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { DuplicateList } from '@/ui/duplicate-list'
import { StateTag } from '@/ui/state-tag'
import { duplicatesQuery, giveVerdict } from './queries'
import { projectWords } from './words'

export function ReviewDuplicates({ project }: { project: Project }) {
  const t = useWords(projectWords)
  const { can } = useCaller()
  const queries = useQueryClient()
  const again = () => queries.invalidateQueries({ queryKey: ['projects', project.id] })
  return (
    <DuplicateList
      found={useQuery(duplicatesQuery(project.id))}
      page={(d) => paths.project(d.otherId)}
      state={(d) => <StateTag state={d.state} />}
      amount={(d) => d.totalInvestmentYuan}
      waiting={t('levelBars')}
      judge={
        can('projects:review')
          ? async (d, verdict, reason) => {
              await giveVerdict(project, d.otherId, verdict, reason)
              await again()
            }
          : undefined
      }
      refused={() => void again()}
    />
  )
}
