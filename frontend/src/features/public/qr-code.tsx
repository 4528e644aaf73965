import { QRCode } from 'antd'

/** Loaded by itself, after the page: most readers never need it. */
export default function QrCode({ value }: { value: string }) {
  // A picture for phones' cameras: the link itself stands beside it for everyone else.
  return (
    <div aria-hidden="true">
      <QRCode value={value} type="svg" size={144} bordered={false} errorLevel="M" color="#000000" bgColor="#ffffff" />
    </div>
  )
}
