import { Link, Navigate, useLocation, useNavigate } from 'react-router'
import { paths } from '@/app/paths'
import { config } from '@/lib/config'
import { useLanguage, useWords } from '@/lib/words'
import { PageHead } from '@/ui/page-head'
import { useSession } from './caller'
import { LanguageSwitch } from './language-switch'
import { SignInForm } from './sign-in-form'
import { sessionWords } from './words'

export function Component() {
  const t = useWords(sessionWords)
  const lang = useLanguage()
  const navigate = useNavigate()
  const { status } = useSession()
  const asked = (useLocation().state as { from?: string } | null)?.from
  // Only addresses of our own: a crafted link must not lead a freshly signed-in person elsewhere.
  const to = asked?.startsWith('/') && !asked.startsWith('//') ? asked : paths.home
  if (status === 'signed-in') return <Navigate to={to} replace />
  return (
    <main className="zs-door" id="main">
      <div className="zs-door-card">
        <PageHead title={t('signInTo', { city: config().cityName[lang] })} />
        <SignInForm action={t('signIn')} onDone={() => void navigate(to, { replace: true })} />
        <p className="zs-quiet">{t('forgotten')}</p>
        <p className="zs-row">
          <Link to={paths.publicProjects}>{t('toPublic')}</Link>
          <LanguageSwitch />
        </p>
      </div>
    </main>
  )
}
