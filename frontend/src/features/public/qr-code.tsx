import { QRCode } from 'antd'

/** Loaded by itself, after the page: most readers never need it. */
export default function QrCode({ value }: { value: string }) {
  return (
    <QRCode value={value} type="svg" size={144} bordered={false} errorLevel="M" color="#000000" bgColor="#ffffff" />
  )
}
