import { Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import { useText, useWhen, type Text } from '../../platform/words'
import type { StoredConfig } from '../../queries/configs'
import { AlertButtons, List } from '../../ui/blocks'
import { startValues, type FieldValue, type FormValues, type SchemaField } from './schema-fields'

interface Props {
  fields: SchemaField[]
  mine: FormValues
  theirs: StoredConfig
  onTheirs: () => void
  onMine: () => void
}

/** Somebody else saved meanwhile: both versions, as far as they differ, and the decision. */
export function Conflict({ fields, mine, theirs, onTheirs, onMine }: Props) {
  const t = useText()
  const when = useWhen()
  const other = startValues(fields, theirs.config)
  const differing = fields.filter(({ name }) => String(mine[name]) !== String(other[name]))
  return (
    <Alert type="warning" role="alert">
      <Alert.Title>{t('settings.conflict_title')}</Alert.Title>
      <Alert.Paragraph>{t('settings.conflict_text', { time: when(theirs.updated_at) })}</Alert.Paragraph>
      <List>
        {differing.map((field) => (
          <li key={field.name}>
            {t('settings.conflict_field', {
              field: field.title,
              mine: inWords(field, mine[field.name], t),
              theirs: inWords(field, other[field.name], t),
            })}
          </li>
        ))}
      </List>
      <AlertButtons>
        <Button size="small" onClick={onTheirs}>
          {t('settings.load_theirs')}
        </Button>
        <Button size="small" onClick={onMine}>
          {t('settings.keep_mine')}
        </Button>
      </AlertButtons>
    </Alert>
  )
}

/** A value as the form shows it: choices by their titles. */
function inWords({ choices }: SchemaField, value: FieldValue | undefined, t: Text): string {
  if (typeof value === 'boolean') return t(value ? 'settings.on' : 'settings.off')
  const title = (one: string) => choices.find((choice) => choice.value === one)?.title ?? one
  const words = (Array.isArray(value) ? value : [value ?? '']).map(title).join(', ')
  return words === '' ? t('settings.nothing') : words
}
