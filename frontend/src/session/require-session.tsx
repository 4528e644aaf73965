import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { Navigate, useLocation } from 'react-router'
import { resumeSession } from '@/api/token'
import { paths } from '@/app/paths'
import { Loading } from '@/ui/states'
import { useSession } from './caller'

const loadAskAgain = () => import('./ask-again')
const AskAgain = lazy(loadAskAgain)

/** Lets signed-in people through; an ended session asks for the password over the page, which stays as it is. */
export function RequireSession({ children }: { children: ReactNode }) {
  const session = useSession()
  const location = useLocation()
  useEffect(() => void resumeSession(), [])
  const present = session.status === 'signed-in'
  useEffect(() => {
    // Fetched ahead: when it is needed the line may be as dead as the session.
    if (present) setTimeout(() => void loadAskAgain().catch(() => undefined), 3_000)
  }, [present])
  if (session.status === 'unknown') return <Loading />
  if (session.status === 'anonymous')
    return <Navigate to={paths.login} replace state={{ from: location.pathname + location.search }} />
  if (session.user?.mustChangePassword && location.pathname !== paths.account)
    return <Navigate to={paths.account} replace />
  return (
    <>
      {children}
      {session.status === 'expired' && (
        <Suspense>
          <AskAgain username={session.user?.username ?? ''} />
        </Suspense>
      )}
    </>
  )
}
