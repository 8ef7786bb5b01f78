// @ts-check
import { isObject, own } from '../../src/zis/json.ts'

/**
 * The products that have apps, with their locations. `custom_object_record_sidebar` is none of them yet:
 * Zendesk refuses it in an upload (zaf 8).
 *
 * @type {{ [product: string]: string[] }}
 */
export const products = {
  support: [
    'top_bar',
    'nav_bar',
    'ticket_sidebar',
    'new_ticket_sidebar',
    'user_sidebar',
    'organization_sidebar',
    'background',
    'modal',
    'ticket_editor',
    'system_top_bar',
  ],
  sell: [
    'deal_card',
    'person_card',
    'company_card',
    'lead_card',
    'background',
    'modal',
    'dashboard',
    'note_editor',
    'call_log_editor',
    'email_editor',
    'top_bar',
    'visit_editor',
  ],
  chat: ['chat_sidebar', 'background'],
  standalone_chat: ['nav_bar', 'system_top_bar'],
}

/** Names that Zendesk still accepts for the products. @type {{ [alias: string]: string }} */
const aliases = { zendesk: 'support', zopim: 'chat', lotus_box: 'standalone_chat' }

/**
 * What a product is called today; undefined when it is none.
 *
 * @param {string} name
 */
export function productOf(name) {
  const current = own(aliases, name) ?? name
  return own(products, current) === undefined ? undefined : current
}

/**
 * The products that an app is for.
 *
 * @param {import('../../src/zis/json.ts').JsonObject} manifest
 */
export function productsOf({ requirementsOnly, location }) {
  // An app without a frame still belongs to Support, which keeps what it requires.
  if (requirementsOnly === true || !isObject(location)) return ['support']
  return [...new Set(Object.keys(location).flatMap((name) => productOf(name) ?? []))]
}
