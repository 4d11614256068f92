import bwipjs from 'bwip-js/generic'
import { spokenVoucher } from '@/lib/orders/voucher'

/** The pick-up code to scan and to read aloud (S3-36). */
export function VoucherCode({ code, title, text }: { code: string; title: string; text: string }) {
  const svg = bwipjs.toSVG({
    bcid: 'qrcode',
    text: code,
    paddingwidth: 2,
    paddingheight: 2,
    backgroundcolor: 'FFFFFF',
  })
  return (
    <div className="flex break-inside-avoid items-center gap-4">
      <img
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        alt=""
        className="size-28 shrink-0 rounded-sm bg-white"
      />
      <div className="min-w-0">
        <p className="text-muted text-sm">{title}</p>
        <p className="font-plate tabular text-2xl font-semibold tracking-widest">{spokenVoucher(code)}</p>
        <p className="text-muted max-w-56 text-sm">{text}</p>
      </div>
    </div>
  )
}
