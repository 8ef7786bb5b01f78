import { Button } from '@zendeskgarden/react-buttons'
import { Table } from '@zendeskgarden/react-tables'
import { Span } from '@zendeskgarden/react-typography'
import { useReadOnly } from '../../platform/console'
import { useText, useWhen } from '../../platform/words'
import type { Link } from '../../queries/links'
import { RowMenu } from '../../ui/row-menu'
import { NarrowTable } from '../../ui/narrow-table'

interface Props {
  rows: Link[]
  onDetails: (link: Link) => void
  onDelete: (link: Link) => void
}

/** Links, a row each: the two records that belong together. */
export function LinkTable({ rows, onDetails, onDelete }: Props) {
  const t = useText()
  const when = useWhen()
  const isReadOnly = useReadOnly()
  return (
    <NarrowTable isReadOnly aria-label={t('links.found_title')}>
      <Table.Head>
        <Table.HeaderRow>
          <Table.HeaderCell>{t('links.left')}</Table.HeaderCell>
          <Table.HeaderCell>{t('links.right')}</Table.HeaderCell>
          <Table.HeaderCell width={180}>{t('connect.changed')}</Table.HeaderCell>
          <Table.HeaderCell hasOverflow>
            <Span hidden>{t('connections.actions')}</Span>
          </Table.HeaderCell>
        </Table.HeaderRow>
      </Table.Head>
      <Table.Body>
        {rows.map((link) => {
          const names = { left: link.left_object.name, right: link.right_object.name }
          return (
            <Table.Row key={link.id}>
              <Table.Cell>
                <Button isLink aria-label={t('links.details_named', names)} onClick={() => onDetails(link)}>
                  {names.left}
                </Button>
              </Table.Cell>
              <Table.Cell data-label={t('links.right')}>{names.right}</Table.Cell>
              <Table.Cell data-label={t('connect.changed')}>
                {when(link.updated_at || link.created_at)}
              </Table.Cell>
              <Table.Cell hasOverflow>
                <RowMenu
                  label={t('links.actions_named', names)}
                  actions={[
                    { label: t('details.action'), run: () => onDetails(link) },
                    ...(isReadOnly
                      ? []
                      : [{ label: t('links.delete'), isDanger: true, run: () => onDelete(link) }]),
                  ]}
                />
              </Table.Cell>
            </Table.Row>
          )
        })}
      </Table.Body>
    </NarrowTable>
  )
}
