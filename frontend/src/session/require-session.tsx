import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { Navigate, useLocation } from 'react-router'
import { resumeSession } from '@/api/token'
import { paths } from '@/app/paths'
import { useWords } from '@/lib/words'
import { Loading } from '@/ui/states'
import { useSession } from './caller'
import { signOut } from './sign-in'
import { SignInForm } from './sign-in-form'
import { sessionWords } from './words'

/** Lets signed-in people through; an ended session asks for the password over the page, which stays as it is. */
export function RequireSession({ children }: { children: ReactNode }) {
  const session = useSession()
  const location = useLocation()
  useEffect(() => void resumeSession(), [])
  if (session.status === 'unknown') return <Loading />
  if (session.status === 'anonymous')
    return <Navigate to={paths.login} replace state={{ from: location.pathname + location.search }} />
  if (session.user?.mustChangePassword && location.pathname !== paths.account)
    return <Navigate to={paths.account} replace />
  return (
    <>
      {children}
      {session.status === 'expired' && <AskAgain username={session.user?.username ?? ''} />}
    </>
  )
}

function AskAgain({ username }: { username: string }) {
  const t = useWords(sessionWords)
  const queries = useQueryClient()
  return (
    <Modal open title={t('expiredTitle')} footer={null} closable={false} keyboard={false} mask={{ closable: false }}>
      <p>{t('expiredText')}</p>
      <SignInForm username={username} action={t('continue')} onDone={() => undefined}>
        <Button size="large" onClick={() => void signOut(queries)}>
          {t('leave')}
        </Button>
      </SignInForm>
    </Modal>
  )
}
