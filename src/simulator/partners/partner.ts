import type { PartnerState } from '../services/control/partner-wire'
import type { OAuthControl } from './oauth'

/**
 * Another system, answered for by the simulator under its real host name. It sees the requests that
 * ZIS sends it and the pages that a browser opens of it, and need not know where it runs.
 */
export interface Partner {
  host: string
  title: string
  fetch(request: Request): Promise<Response>
  /** What it has received, for the Simulator pages. */
  state(): Promise<PartnerState>
  /** Turns what its OAuth does, where it has one. */
  oauth?: OAuthControl
}
