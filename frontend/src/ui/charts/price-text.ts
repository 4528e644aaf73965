import { grouped, plain } from '@/lib/quantity'

/** A price as a figure or as a range; its unit stands in the header. */
export const priceText = ({ priceLow, priceHigh }: { priceLow: number; priceHigh?: number | undefined }): string =>
  priceHigh === undefined || priceHigh === priceLow
    ? grouped(plain(priceLow))
    : `${grouped(plain(priceLow))}–${grouped(plain(priceHigh))}`
