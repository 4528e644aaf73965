import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router'
import { newQueryClient } from '@/api/query-client'
import { newRouter } from '@/app/router'
import { loadConfig } from '@/lib/config'
import { Theme } from '@/ui/theme'
import '@/ui/styles/index.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

await loadConfig()
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={newQueryClient()}>
      <Theme>
        <RouterProvider router={newRouter()} />
      </Theme>
    </QueryClientProvider>
  </StrictMode>,
)
