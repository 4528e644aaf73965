const SCALE = 2
const WIDTH = 960
const MARGIN = 24
const TITLE = 36

/** Saves a chart as a picture under its title, at a width that fits a report whatever the window is. */
export async function savePng(chart: SVGSVGElement, title: string, file: string): Promise<void> {
  const height = Number(chart.getAttribute('height'))
  const inner = chart.cloneNode(true) as SVGSVGElement
  for (const [name, value] of Object.entries({ x: MARGIN, y: TITLE + MARGIN, width: WIDTH - 2 * MARGIN, height }))
    inner.setAttribute(name, String(value))
  inner.removeAttribute('class')
  const total = height + TITLE + 2 * MARGIN
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${total}" font-family="${FONT}">
    <rect width="100%" height="100%" fill="#fff"/>
    <text x="${MARGIN}" y="${MARGIN + 16}" font-size="18" font-weight="600" fill="#1c2026">${escaped(title)}</text>
    ${new XMLSerializer().serializeToString(inner)}</svg>`
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(page)}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH * SCALE
  canvas.height = total * SCALE
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const content = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  if (!content) throw new Error('PNG')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = `${file}.png`
  link.click()
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href))
}

const FONT = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif"

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
