import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect, useRef, useState } from 'react'
import { Link, NavLink, Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router'
import { Bell } from '@/features/notifications/bell'
import { config } from '@/lib/config'
import { useLanguage, useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { LanguageSwitch } from '@/session/language-switch'
import { RequireSession } from '@/session/require-session'
import { signOut } from '@/session/sign-in'
import { sessionWords } from '@/session/words'
import { Notices } from '@/ui/notice'
import { Loading } from '@/ui/states'
import { uiWords } from '@/ui/words'
import { navigation } from './navigation'
import { paths } from './paths'
import { appWords } from './words'

/** The one layout of the signed-in client: who and where at the top, duties at the side. */
export function Frame() {
  return (
    <RequireSession>
      <Layout />
    </RequireSession>
  )
}

function Layout() {
  const t = useWords(uiWords)
  const [open, setOpen] = useState(false)
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page, and nothing else, moves the focus
  useEffect(() => {
    setOpen(false)
    if (first.current) first.current = false
    else main.current?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <div className="zs-frame">
      <a className="zs-skip" href="#main">
        {t('skip')}
      </a>
      <Header menuOpen={open} toggleMenu={() => setOpen(!open)} />
      <Side open={open} />
      <main id="main" className="zs-main" tabIndex={-1} ref={main}>
        <div className="zs-content">
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </div>
      </main>
      <Notices />
      <ScrollRestoration />
    </div>
  )
}

function Header({ menuOpen, toggleMenu }: { menuOpen: boolean; toggleMenu: () => void }) {
  const t = useWords(appWords)
  const s = useWords(sessionWords)
  const u = useWords(uiWords)
  const lang = useLanguage()
  const caller = useCaller()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return (
    <header className="zs-top">
      <button
        type="button"
        className="zs-link zs-menu-button"
        aria-expanded={menuOpen}
        aria-controls="side"
        onClick={toggleMenu}
      >
        {u('menu')}
      </button>
      <Link to={paths.home} className="zs-brand">
        {t('product')}
      </Link>
      <span className="zs-top-unit">{caller.user.unitName ?? config().cityName[lang]}</span>
      {caller.can('projects:read') && (
        // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the browsers this serves
        <form
          role="search"
          className="zs-top-search"
          onSubmit={(event) => {
            event.preventDefault()
            const q = String(new FormData(event.currentTarget).get('q') ?? '').trim()
            void navigate({ pathname: paths.projects, search: q ? new URLSearchParams({ q }).toString() : '' })
          }}
        >
          <input type="search" name="q" aria-label={t('search')} placeholder={t('searchHint')} />
        </form>
      )}
      <span className="zs-top-person">
        {caller.can('notifications:read') && <Bell />}
        <Link to={paths.account}>{caller.user.displayName}</Link>
        <LanguageSwitch />
        <button type="button" className="zs-link" onClick={() => void signOut(queries)}>
          {s('signOut')}
        </button>
      </span>
    </header>
  )
}

function Side({ open }: { open: boolean }) {
  const t = useWords(appWords)
  const caller = useCaller()
  return (
    <nav className="zs-side" id="side" data-open={open} aria-label={t('navigation')}>
      <div className="zs-side-inner">
        {navigation(caller).map(({ group, places }) => (
          <div key={group ?? 'home'}>
            {group && <h2>{t(group)}</h2>}
            <ul>
              {places.map(({ word, to, end }) => (
                <li key={to}>
                  <NavLink to={to} end={end ?? false}>
                    {t(word)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  )
}
