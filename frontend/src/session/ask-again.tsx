import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useWords } from '@/lib/words'
import { Dialog } from '@/ui/dialog'
import { signOut } from './sign-in'
import { SignInForm } from './sign-in-form'
import { sessionWords } from './words'

/** Asks for the password over the page of an ended session; what was typed stays underneath. */
export default function AskAgain({ username }: { username: string }) {
  const t = useWords(sessionWords)
  const queries = useQueryClient()
  return (
    <Dialog title={t('expiredTitle')} footer={null} closable={false} keyboard={false} mask={{ closable: false }}>
      <p>{t('expiredText')}</p>
      <SignInForm username={username} action={t('continue')} onDone={() => undefined}>
        <Button size="large" onClick={() => void signOut(queries)}>
          {t('leave')}
        </Button>
      </SignInForm>
    </Dialog>
  )
}
