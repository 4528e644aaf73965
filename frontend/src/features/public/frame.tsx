import { Suspense } from 'react'
import { Link, NavLink, Outlet, ScrollRestoration } from 'react-router'
import { paths } from '@/app/paths'
import { config } from '@/lib/config'
import { useLanguage, useWords } from '@/lib/words'
import { useSession } from '@/session/caller'
import { LanguageSwitch } from '@/session/language-switch'
import { Loading } from '@/ui/states'
import { uiWords } from '@/ui/words'
import { costWords } from './cost-words'
import { publicPriceWords } from './price-words'
import { useSharedLanguage } from './share-link'
import { siteWords } from './site-words'
import { publicWords } from './words'
import './public.css'

/** The city's shop window: a name, a language, nothing to sign in to. */
export function Component() {
  const t = useWords(publicWords)
  const s = useWords(siteWords)
  const p = useWords(publicPriceWords)
  const c = useWords(costWords)
  const u = useWords(uiWords)
  const lang = useLanguage()
  const { user } = useSession()
  const city = config().cityName[lang]
  useSharedLanguage()
  return (
    <div className="zs-pub">
      <a className="zs-skip" href="#main">
        {u('skip')}
      </a>
      <header className="zs-pub-top">
        <Link to={paths.publicProjects} className="zs-brand">
          {t('site', { city })}
        </Link>
        <nav className="zs-pub-lists" aria-label={t('lists')}>
          <NavLink to={paths.publicProjects}>{t('siteShort')}</NavLink>
          <NavLink to={paths.publicPremises}>{s('title-premises')}</NavLink>
          <NavLink to={paths.publicLandParcels}>{s('title-land-parcels')}</NavLink>
          <NavLink to={paths.publicPrices}>{p('title')}</NavLink>
          <NavLink to={paths.publicCost}>{c('title')}</NavLink>
        </nav>
        <span className="zs-pub-tools">
          <LanguageSwitch />
          <Link to={user ? paths.home : paths.login}>{t(user ? 'toWorkbench' : 'staff')}</Link>
        </span>
      </header>
      <main id="main" className="zs-pub-main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className="zs-pub-foot">{t('footer', { city })}</footer>
      <ScrollRestoration />
    </div>
  )
}
