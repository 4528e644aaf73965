import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { newQueryClient } from '@/api/query-client'
import { beginSession } from '@/api/token'
import type { User } from '@/api/types'
import { routes } from '@/app/router'
import { Theme } from '@/ui/theme'

/** Opens an address of the client as this person, as the browser would after signing in. */
export function openPage(address: string, user?: User) {
  if (user) beginSession({ accessToken: 'test-token', expiresIn: 600, user })
  const router = createMemoryRouter(routes, { initialEntries: [address] })
  const view = render(
    <QueryClientProvider client={newQueryClient()}>
      <Theme>
        <RouterProvider router={router} />
      </Theme>
    </QueryClientProvider>,
  )
  return { ...view, router, hands: userEvent.setup() }
}
