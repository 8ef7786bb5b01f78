import { supportOAuth as wire } from '../../../zis/wire/support-oauth'
import { accountOf, type World } from '../../world'
import { on, type RouteHandler } from '../service'

/** The settings of the account: whole in their groups, true in what an installation asks for (zis-api 10.5). */
export const settingsRoutes = (world: World): RouteHandler[] => [
  on(wire.showAccountSettings, () => ({
    settings: {
      active_features: { customer_satisfaction: false, on_hold_status: true, user_tagging: true },
      agents: { agent_workspace: true },
      api: {
        accepted_api_agreement: true,
        api_password_access: world.assume('passwordAccess'),
        api_token_access: !world.assume('apiTokensRetired'),
      },
      apps: { use: true, create_private: true, create_public: false },
      branding: { header_color: '03363D', page_background_color: '333333', text_color: 'FFFFFF' },
      localization: { locale_ids: [1], uses_12_hour_clock: false },
      lotus: { prefer_lotus: true },
      tickets: { tagging: true, comments_public_by_default: true, allow_group_reset: true },
      users: { tagging: true, account_name: accountOf(world).name },
    },
  })),
]
