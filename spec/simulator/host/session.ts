import type { SessionState } from '../../../src/simulator/services/control/wire'

/** A session as the control paths describe it. */
export const session: SessionState = {
  account: { subdomain: 'acme', id: 1, name: 'Acme' },
  user: {
    id: 9001,
    name: 'Ada Admin',
    email: 'admin@example.com',
    role: 'admin',
    locale: 'de',
    time_zone: 'UTC',
  },
  users: [],
  app: {
    name: 'ZIS Console',
    version: '1.0.0',
    url: 'http://localhost:4500/0/assets/iframe.html',
    icon_url: 'http://localhost:4500/0/assets/icon_nav_bar.svg',
    settings: { color: 'blue' },
    switches: [],
    app_id: 3,
    installation_id: 4,
  },
  authenticity_token: 'csrf-1',
}
