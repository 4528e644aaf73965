import { Link } from 'react-router'
import { paths } from '@/app/paths'
import { useWords } from '@/lib/words'
import { useUnread } from './live'
import { notificationWords } from './words'
import './notifications.css'

const MOST_SHOWN = 99

/** Stands in the frame of every page: how many are unread, as a number. */
export function Bell() {
  const t = useWords(notificationWords)
  const unread = useUnread() ?? 0
  return (
    <Link
      to={paths.notifications}
      className="zs-bell"
      aria-label={unread > 0 ? t('bellUnread', { count: unread }) : t('bell')}
    >
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path
          d="M12 3a6 6 0 0 0-6 6v4l-2 4h16l-2-4V9a6 6 0 0 0-6-6Zm-2.5 16a2.5 2.5 0 0 0 5 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinejoin="round"
        />
      </svg>
      <span className="zs-bell-word" aria-hidden="true">
        {t('title')}
      </span>
      {unread > 0 && (
        <span className="zs-bell-count" aria-hidden="true">
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
        </span>
      )}
    </Link>
  )
}
