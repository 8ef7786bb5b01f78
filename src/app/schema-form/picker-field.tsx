import { Button } from '@zendeskgarden/react-buttons'
import { Field, Input } from '@zendeskgarden/react-forms'
import { Alert } from '@zendeskgarden/react-notifications'
import { isObject, type Json } from '../../zis/json'
import { useText } from '../platform/words'
import { useAccountList } from '../queries/account-lists'
import { AlertButtons, Stack, Subtle } from '../ui/blocks'
import { ProblemText } from '../ui/problem-alert'
import { inText, typeOf } from './fields'
import { useField, type FieldProps } from './form-context'
import { useHint } from './hint'
import { SelectBox } from './select-box'
import { FieldMessage } from '../ui/field-message'

/**
 * A value, or several, picked from what the account has or what the definition offers. When the account
 * refuses the list, the value can be typed in.
 */
export function PickerField({ field, isLabelHidden, warning }: FieldProps) {
  const t = useText()
  const { value, error, setValue } = useField(field)
  const list = useAccountList(field.source)
  const hint = useHint(field)
  const retry = t('common.retry_named', { name: field.title })
  const isMany = field.kind === 'pickers'
  const chosen = Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value]
  const { items } = field.schema
  const type = typeOf(isMany && isObject(items) ? items : field.schema)
  const asValue = (text: string): Json =>
    type !== 'string' && Number.isFinite(Number(text)) ? Number(text) : text
  // A setting that keeps ids as text is compared as text.
  const asStored = (one: Json): Json => (type === 'string' ? inText(one) : one)
  const change = (next: Json[]) => setValue(isMany ? next : (next[0] ?? ''))

  if (field.source !== undefined && list.isError)
    return (
      <Stack $gap="xs">
        <Field>
          <Field.Label hidden={isLabelHidden}>{field.title}</Field.Label>
          <Field.Hint>
            {[hint, t(isMany ? 'form.type_values' : 'form.type_value')].filter(Boolean).join(' ')}
          </Field.Hint>
          <Input
            value={chosen.map(inText).join(isMany ? ', ' : '')}
            readOnly={field.isReadOnly}
            validation={error ? 'error' : undefined}
            onChange={({ target }) =>
              setValue(
                isMany
                  ? target.value === ''
                    ? []
                    : target.value.split(/,\s*/).map((one) => asValue(one))
                  : asValue(target.value),
              )
            }
          />
          {error && <FieldMessage>{error}</FieldMessage>}
        </Field>
        {isLabelHidden ? (
          <Subtle>
            {t('form.list_failed', { name: field.title })}{' '}
            <Button isLink aria-label={retry} onClick={() => void list.refetch()}>
              {t('common.retry')}
            </Button>
          </Subtle>
        ) : (
          <Alert type="warning">
            <Alert.Title>{t('form.list_failed', { name: field.title })}</Alert.Title>
            <ProblemText problem={list.error} />
            <AlertButtons>
              <Button size="small" aria-label={retry} onClick={() => void list.refetch()}>
                {t('common.retry')}
              </Button>
            </AlertButtons>
          </Alert>
        )}
      </Stack>
    )
  return (
    <SelectBox
      path={field.path}
      label={field.title}
      isLabelHidden={isLabelHidden}
      hint={isLabelHidden ? '' : hint}
      error={error}
      warning={warning}
      options={[
        ...field.options,
        ...(list.data ?? []).map(({ value: one, title }) => ({ value: asStored(one), title })),
      ]}
      chosen={chosen}
      isMany={isMany}
      isLoading={field.source !== undefined && list.isPending}
      isDisabled={field.isReadOnly}
      asValue={asValue}
      onChange={change}
    />
  )
}
