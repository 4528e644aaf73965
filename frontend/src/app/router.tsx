import {
  createBrowserRouter,
  isRouteErrorResponse,
  Link,
  Navigate,
  type RouteObject,
  useRouteError,
} from 'react-router'
import { useWords } from '@/lib/words'
import { useTitle } from '@/ui/page-head'
import { Loading } from '@/ui/states'
import { uiWords } from '@/ui/words'
import { Frame } from './frame'
import { paths } from './paths'
import { appWords } from './words'

/** Every page is loaded when it is first opened; a page module exports its `Component`. */
export const routes: RouteObject[] = [
  {
    HydrateFallback: Loading,
    ErrorBoundary: Crash,
    children: [
      { path: paths.login, lazy: () => import('@/session/sign-in-page') },
      { path: '/public', element: <Navigate to={paths.publicProjects} replace /> },
      {
        lazy: () => import('@/features/public/frame'),
        children: [
          {
            ErrorBoundary: Crash,
            children: [
              { path: paths.publicProjects, lazy: () => import('@/features/public/list-page') },
              { path: paths.publicProject(':id'), lazy: () => import('@/features/public/project-page') },
              { path: paths.publicPrices, lazy: () => import('@/features/public/prices-page') },
              { path: paths.publicCost, lazy: () => import('@/features/public/cost-page') },
              { path: paths.publicPremises, lazy: () => import('@/features/public/sites-page') },
              { path: paths.publicPremisesOne(':id'), lazy: () => import('@/features/public/site-page') },
              { path: paths.publicLandParcels, lazy: () => import('@/features/public/sites-page') },
              { path: paths.publicLandParcel(':id'), lazy: () => import('@/features/public/site-page') },
              { path: paths.publicReceipt(':number'), lazy: () => import('@/features/public/receipt-page') },
            ],
          },
        ],
      },
      {
        Component: Frame,
        children: [
          {
            ErrorBoundary: Crash,
            children: [
              { path: paths.home, lazy: () => import('@/features/home/home-page') },
              { path: paths.projects, lazy: () => import('@/features/projects/projects-page') },
              { path: paths.project(':id'), lazy: () => import('@/features/projects/project-page') },
              { path: paths.newProject, lazy: () => import('@/features/projects/edit-page') },
              { path: paths.editProject(':id'), lazy: () => import('@/features/projects/edit-page') },
              { path: '/appraisals/new', lazy: () => import('@/features/projects/appraisal-page') },
              { path: paths.premises, lazy: () => import('@/features/premises/list-page') },
              { path: paths.premisesOne(':id'), lazy: () => import('@/features/premises/listing-page') },
              { path: paths.newPremises, lazy: () => import('@/features/premises/edit-page') },
              { path: paths.editPremises(':id'), lazy: () => import('@/features/premises/edit-page') },
              { path: paths.landParcels, lazy: () => import('@/features/premises/list-page') },
              { path: paths.landParcel(':id'), lazy: () => import('@/features/premises/listing-page') },
              { path: paths.newLandParcel, lazy: () => import('@/features/premises/edit-page') },
              { path: paths.editLandParcel(':id'), lazy: () => import('@/features/premises/edit-page') },
              { path: paths.signedProjects, lazy: () => import('@/features/signing/list-page') },
              { path: paths.signedProject(':id'), lazy: () => import('@/features/signing/project-page') },
              { path: paths.newSignedProject, lazy: () => import('@/features/signing/edit-page') },
              { path: paths.editSignedProject(':id'), lazy: () => import('@/features/signing/edit-page') },
              { path: paths.signingEvents, lazy: () => import('@/features/signing/events-page') },
              { path: paths.receipts, lazy: () => import('@/features/signing/ledger-page') },
              { path: paths.newReceipt, lazy: () => import('@/features/signing/receipt-edit-page') },
              { path: paths.receipt(':id'), lazy: () => import('@/features/signing/receipt-page') },
              { path: paths.editReceipt(':id'), lazy: () => import('@/features/signing/receipt-edit-page') },
              { path: paths.months, lazy: () => import('@/features/dispatch/months-page') },
              { path: paths.articles, lazy: () => import('@/features/dispatch/articles-page') },
              { path: paths.tasks, lazy: () => import('@/features/indicators/tasks-page') },
              { path: paths.monthlyReport(':month', ':unit'), lazy: () => import('@/features/dispatch/report-page') },
              { path: paths.prices, lazy: () => import('@/features/prices/comparison-page') },
              { path: paths.priceCost, lazy: () => import('@/features/prices/cost-page') },
              { path: paths.priceReports, lazy: () => import('@/features/prices/reports-page') },
              { path: paths.priceReport(':year', ':unit'), lazy: () => import('@/features/prices/report-page') },
              { path: paths.imports, lazy: () => import('@/features/bulk/import-page') },
              { path: paths.import(':id'), lazy: () => import('@/features/bulk/import-page') },
              { path: paths.review, lazy: () => import('@/features/projects/review-queue-page') },
              { path: paths.reviewProject(':id'), lazy: () => import('@/features/projects/review-page') },
              { path: paths.calls, lazy: () => import('@/features/calls/calls-page') },
              { path: paths.newCall, lazy: () => import('@/features/calls/edit-call-page') },
              { path: '/calls/:year', lazy: () => import('@/features/calls/call-page') },
              { path: '/calls/:year/edit', lazy: () => import('@/features/calls/edit-call-page') },
              { path: paths.audit, lazy: () => import('@/features/audit/audit-page') },
              { path: paths.users, lazy: () => import('@/features/admin/users-page') },
              { path: paths.clients, lazy: () => import('@/features/admin/clients-page') },
              { path: paths.units, lazy: () => import('@/features/admin/units-page') },
              { path: paths.outlines, lazy: () => import('@/features/admin/outlines-page') },
              { path: paths.roster(':code'), lazy: () => import('@/features/admin/roster-page') },
              { path: paths.notifications, lazy: () => import('@/features/notifications/inbox-page') },
              {
                path: paths.account,
                lazy: () => import('@/session/account-page'),
                children: [{ index: true, lazy: () => import('@/features/notifications/settings-section') }],
              },
              { path: '*', Component: NotFound },
            ],
          },
        ],
      },
    ],
  },
]

export const newRouter = () => createBrowserRouter(routes)

function NotFound() {
  const t = useWords(uiWords)
  const a = useWords(appWords)
  useTitle(t('notFound'))
  return (
    <div className="zs-state">
      <h1>{t('notFound')}</h1>
      <Link to={paths.home}>{a('toHome')}</Link>
    </div>
  )
}

/** The last net: a page that broke says so, and the way on. After an update old page files are gone: loading again helps. */
function Crash() {
  const t = useWords(appWords)
  const error = useRouteError()
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />
  return (
    <div className="zs-door">
      <div className="zs-state zs-state-failed" role="alert">
        <h1>{t('crashTitle')}</h1>
        <p>{t('crashText')}</p>
        <p className="zs-actions">
          <button type="button" className="zs-link" onClick={() => globalThis.location.reload()}>
            {t('reload')}
          </button>
          <Link to={paths.home}>{t('toHome')}</Link>
        </p>
      </div>
    </div>
  )
}
