import { Button } from '@zendeskgarden/react-buttons'
import type { Json, JsonObject } from '../../zis/json'
import { useText } from '../platform/words'
import { fieldsIn, inText, type Field } from '../schema-form/fields'
import { valueAt, withValueAt, type Path } from '../schema-form/path'
import { fieldAt } from '../schema-form/problems'
import { Buttons, Stack, Subtle } from '../ui/blocks'

interface Props {
  root: JsonObject
  /** The field whose value the text is. */
  top: Field
  value: Json
  /** Where the cursor stands in it. */
  path: Path
  onChange: (value: Json) => void
}

/** What the schema says about the place of the cursor: its words, values to take and keys to add. */
export function SchemaHelp({ root, top, value, path, onChange }: Props) {
  const t = useText()
  const field = fieldAt(root, top, value, path)
  const inside = valueAt(value, field.path.slice(top.path.length))
  const keys = fieldsIn(root, field, inside).filter(
    (each) => valueAt(inside, each.path.slice(-1)) === undefined,
  )
  const put = (at: Path, next: Json) => onChange(withValueAt(value, at.slice(top.path.length), next))
  if (field.description === '' && field.options.length === 0 && keys.length === 0) return null
  return (
    <Stack $gap="xs" role="group" aria-label={t('json.help')}>
      <Subtle>
        <strong>{field.title}</strong> {field.description}
      </Subtle>
      {field.options.length > 0 && (
        <Buttons>
          {field.options.map((option) => (
            <Button key={inText(option.value)} size="small" onClick={() => put(field.path, option.value)}>
              {t('json.use', { name: option.title })}
            </Button>
          ))}
        </Buttons>
      )}
      {keys.length > 0 && (
        <Buttons>
          {keys.map((each) => (
            <Button
              key={each.path.at(-1)}
              size="small"
              title={each.description || undefined}
              onClick={() => put(each.path, firstValue(each))}
            >
              {t('json.add', { name: String(each.path.at(-1)) })}
            </Button>
          ))}
        </Buttons>
      )}
    </Stack>
  )
}

/** What a key begins with: its default, its only value, or something of its type. */
function firstValue({ schema, kind, options }: Field): Json {
  if (schema.default !== undefined) return schema.default
  if (schema.const !== undefined) return schema.const
  if (kind === 'group') return {}
  if (kind === 'number') return 0
  if (kind === 'boolean') return false
  if (['list', 'mapping', 'choices', 'pickers'].includes(kind)) return []
  return kind === 'choice' ? (options[0]?.value ?? null) : kind === 'json' ? null : ''
}
