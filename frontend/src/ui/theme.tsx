import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { ReactNode } from 'react'
import { useLanguage } from '@/lib/words'

/** One blue for action, grey for the rest; the greys are dark enough for WCAG AA on white and on the page's ground. */
const theme = {
  cssVar: { key: 'zs' },
  hashed: false,
  token: {
    colorPrimary: '#1554AD',
    colorLink: '#1554AD',
    colorError: '#B3261E',
    colorWarning: '#8A5300',
    colorSuccess: '#1E6B36',
    // Derived from such dark colours the grounds would be too dark for text.
    colorWarningBg: '#FDF3DF',
    colorErrorBg: '#FCECEA',
    colorSuccessBg: '#E8F4EB',
    colorInfoBg: '#EAF1FB',
    colorTextDescription: '#595F69',
    colorTextTertiary: '#595F69',
    colorTextPlaceholder: '#656B75',
    colorTextDisabled: '#656B75',
    colorBorder: '#8A919C',
    borderRadius: 4,
    fontFamily: 'var(--font)',
    fontSize: 14,
    lineHeight: 1.5,
    motion: false,
    boxShadow: 'none',
    boxShadowSecondary: '0 2px 8px rgb(0 0 0 / 16%)',
  },
  components: { Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' } },
}

export function Theme({ children }: { children: ReactNode }) {
  const lang = useLanguage()
  dayjs.locale(lang === 'zh' ? 'zh-cn' : 'en')
  return (
    <ConfigProvider
      theme={theme}
      locale={lang === 'zh' ? zhCN : enUS}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}
