import type { PublicProject } from '@/api/types'

/** Where and what in one line; a development zone that reports for itself is named once. */
export const placeText = ({ unitName, parkName, industryName }: PublicProject): string =>
  [...new Set([unitName, parkName, industryName])].filter(Boolean).join(' · ')
