import type { SVGProps } from 'react'

/** Stands for an icon: jest loads no files. */
export default function Icon(props: SVGProps<SVGSVGElement>) {
  return <svg {...props} />
}
