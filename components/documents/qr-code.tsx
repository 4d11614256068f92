import bwipjs from 'bwip-js/generic'
import clsx from 'clsx'

/** A QR code with its quiet zone on white, dark mode or not. What it says stands beside it as text. */
export function QrCode({ text, className }: { text: string; className?: string }) {
  const svg = bwipjs.toSVG({
    bcid: 'qrcode',
    text,
    paddingwidth: 2,
    paddingheight: 2,
    backgroundcolor: 'FFFFFF',
  })
  return (
    <img
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
      alt=""
      className={clsx('shrink-0 rounded-sm bg-white', className)}
    />
  )
}
