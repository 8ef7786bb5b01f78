import { goodManifest, problems } from './app-files'

const requiring = (requirements: string | object, manifest: object = {}) =>
  problems({ 'manifest.json': { ...goodManifest, ...manifest }, 'requirements.json': requirements })
const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at))

it('takes what an app may bring', () => {
  const requirements = {
    ticket_fields: { parcel: { title: 'Parcel', type: 'text' } },
    user_fields: { level: { title: 'Level', key: 'level' } },
    webhooks: {
      hook: {
        name: 'a',
        status: 'active',
        endpoint: 'https://example.com',
        http_method: 'POST',
        request_format: 'json',
      },
    },
    channel_integrations: { mail: { manifest_url: 'https://example.com/m' } },
    targets: { mail: { title: 'Mail', type: 'email_target' } },
    custom_objects: { custom_object_types: [{ key: 'a', schema: {} }] },
  }
  expect(requiring(requirements)).toEqual([])
})

const refused: Array<[requirements: string | object, line: string]> = [
  ['{', 'error: '],
  ['[]', 'error: the file holds no JSON object; '],
  ['{"macros":{},"macros":{}}', 'error: the key "macros" stands here a second time'],
  [{ tickets: {} }, 'error: tickets: an app cannot bring things of this type; use one of automations, '],
  [{ macros: [] }, 'error: macros: the value is not an object; '],
  [{ macros: { a: 'text' } }, 'error: macros.a: the value is not an object; '],
  [{ macros: { a: {} } }, 'error: macros.a: title is missing; '],
  [{ user_fields: { a: {} } }, 'error: user_fields.a: title, key are missing; '],
  [{ organization_fields: { a: { title: 'A' } } }, 'error: organization_fields.a: key is missing; '],
  [
    { webhooks: { a: { name: 'a', status: 'active' } } },
    'error: webhooks.a: endpoint, http_method, request_format are missing; ',
  ],
  [{ channel_integrations: { a: {} } }, 'error: channel_integrations.a: manifest_url is missing; '],
  [
    { channel_integrations: { a: { manifest_url: 'a' }, b: { manifest_url: 'b' } } },
    'error: channel_integrations: an app can bring one channel integration; ',
  ],
  [
    { targets: { a: { title: 'A', type: 'http_target' } } },
    'error: targets.a.type: Zendesk takes no http_target any more; ',
  ],
  [{ custom_objects: {} }, 'error: custom_objects.custom_object_types: the key is missing; '],
  [
    { custom_objects: { custom_object_types: [{ key: 'a' }] } },
    'error: custom_objects.custom_object_types[0]: schema is missing; ',
  ],
  [
    { custom_objects: { custom_object_types: [], custom_object_relationship_types: [{ key: 'a' }] } },
    'error: custom_objects.custom_object_relationship_types[0]: source, target are missing; ',
  ],
  [
    { custom_objects: { custom_object_types: times(51, (at) => ({ key: `o${at}`, schema: {} })) } },
    'error: custom_objects: the app brings 51 custom objects; bring at most 50',
  ],
  [
    { macros: Object.fromEntries(times(5001, (at) => [`m${at}`, { title: 'A' }])) },
    'error: the app brings 5001 things; bring at most 5000',
  ],
]
it.each(refused.map(([requirements, line]) => ({ line, requirements })))(
  '$line',
  ({ requirements, line }) => {
    expect(requiring(requirements)).toContainEqual(expect.stringContaining(`requirements.json: ${line}`))
  },
)

it('does not go with an app for chat only', () => {
  const location = { chat: { chat_sidebar: 'assets/iframe.html' } }
  expect(requiring({ macros: {} }, { location })).toEqual([
    'requirements.json: error: an app that is for chat only brings no requirements; take the file out',
  ])
})

describe('custom objects', () => {
  const object = { key: 'parcel', title: 'Parcel', title_pluralized: 'Parcels', include_in_list_view: true }
  const field = (at: number, more: object = {}) => ({
    key: `f${at}`,
    title: 'F',
    type: 'text',
    object_key: 'parcel',
    ...more,
  })
  const trigger = (at: number, more: object = {}) => ({
    key: `t${at}`,
    title: 'T',
    object_key: 'parcel',
    conditions: { all: [{ field: 'a' }] },
    actions: [{ field: 'b' }],
    ...more,
  })
  const good = { objects: [object], object_fields: [field(0)], object_triggers: [trigger(0)] }
  const withObjects = (changes: unknown) =>
    requiring({
      custom_objects_v2:
        typeof changes === 'object' && !Array.isArray(changes) ? { ...good, ...changes } : changes,
    })

  it('are taken with fields and triggers', () => {
    expect(withObjects({})).toEqual([])
  })

  const refused: Array<[changes: object, says: string]> = [
    [[], ': the value is not an object; '],
    [{ objects: [], object_fields: [], object_triggers: [] }, ': nothing is in it; '],
    [{ objects: {} }, '.objects: the value is not an array; '],
    [{ objects: [{ ...object, title: undefined }] }, '.objects[0]: title is missing; '],
    [
      { object_fields: [field(0, { key: undefined, type: undefined })] },
      '.object_fields[0]: key, type are missing; ',
    ],
    [{ object_triggers: [trigger(0, { actions: undefined })] }, '.object_triggers[0]: actions is missing; '],
    [
      { object_triggers: [trigger(0, { conditions: { none: [1] } })] },
      '.object_triggers[0].conditions: the conditions have another shape; ',
    ],
    [
      { object_triggers: [trigger(0, { conditions: { all: [] } })] },
      '.object_triggers[0].conditions: the trigger has no condition; ',
    ],
    [
      { object_triggers: [trigger(0, { actions: {} })] },
      '.object_triggers[0].actions: the value is not an array; ',
    ],
    [
      { object_triggers: [trigger(0, { actions: [] })] },
      '.object_triggers[0].actions: the trigger does nothing; ',
    ],
    [
      { object_fields: [field(0, { object_key: 'letter' })] },
      '.object_fields[0].object_key: no object has this key; ',
    ],
    [
      { object_triggers: [trigger(0, { object_key: 'letter' })] },
      '.object_triggers[0].object_key: no object has this key; ',
    ],
    [
      { object_fields: [field(0, { title: '{{setting.title}}' })] },
      ': a placeholder {{setting. …}} is in it',
    ],
    [
      { objects: times(51, (at) => ({ ...object, key: at === 0 ? 'parcel' : `o${at}` })) },
      '.objects: the app brings 51 objects; bring at most 50',
    ],
    [
      { object_fields: times(21, (at) => field(at)) },
      ': there are 21 fields of the object "parcel"; have at most 20',
    ],
    [
      { object_triggers: times(11, (at) => trigger(at)) },
      ': there are 11 triggers of the object "parcel"; have at most 10',
    ],
    [
      { object_fields: times(6, (at) => field(at, { type: 'dropdown' })) },
      ': there are 6 fields of the type dropdown of the object "parcel"; have at most 5',
    ],
    [
      { object_fields: times(6, (at) => field(at, { type: 'multiselect' })) },
      ': there are 6 fields of the type multiselect of the object "parcel"; have at most 5',
    ],
    [
      { object_fields: [field(0, { type: 'dropdown', custom_field_options: times(11, (at) => at) })] },
      '.object_fields[0].custom_field_options: there are 11 options; have at most 10',
    ],
    [
      {
        object_fields: [
          field(0, { relationship_filter: { all: times(15, (at) => at), any: times(6, (at) => at) } }),
        ],
      },
      '.object_fields[0].relationship_filter: there are 21 conditions; have at most 20',
    ],
    [
      { object_triggers: [trigger(0, { conditions: { all: times(51, (at) => at) } })] },
      '.object_triggers[0].conditions: there are 51 conditions; have at most 50',
    ],
    [
      { object_triggers: [trigger(0, { actions: times(26, (at) => at) })] },
      '.object_triggers[0].actions: there are 26 actions; have at most 25',
    ],
    [{ object_fields: [field(0, { title: 'x'.repeat(1024 * 1024) })] }, ': the custom objects take '],
  ]
  it.each(refused.map(([changes, says]) => ({ says, changes })))('are refused$says', ({ changes, says }) => {
    expect(withObjects(changes)).toEqual([
      expect.stringContaining(`requirements.json: error: custom_objects_v2${says}`),
    ])
  })
})
