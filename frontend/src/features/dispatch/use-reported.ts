import { useQueryClient } from '@tanstack/react-query'
import { isProblem } from '@/api/problem'
import type { MonthlyReport } from '@/api/types'
import { useWords } from '@/lib/words'
import { notify } from '@/ui/notice'
import { reportQuery } from './queries'
import { dispatchWords } from './words'

/** After a step: all that shows the report or counts it. */
export function useReported(report: MonthlyReport) {
  const t = useWords(dispatchWords)
  const queries = useQueryClient()
  return {
    done: async (now: MonthlyReport) => {
      notify(t('done'))
      queries.setQueryData(reportQuery(report.month, report.unitCode).queryKey, now)
      await queries.invalidateQueries({ queryKey: ['monthly-reports'] })
      await queries.invalidateQueries({ queryKey: ['articles'] })
      await queries.invalidateQueries({ queryKey: ['months'] })
      void queries.invalidateQueries({ queryKey: ['duties'] })
    },
    failed: (error: Error) => {
      if (isProblem(error, 412)) void queries.invalidateQueries({ queryKey: ['monthly-reports', report.month] })
    },
  }
}
