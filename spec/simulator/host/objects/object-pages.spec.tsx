import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { ObjectPage } from '../../../../src/simulator/host/objects/object-page'
import { ObjectsPage } from '../../../../src/simulator/host/objects/objects-page'
import { raised, raisedTypes } from '../../../support/raised'
import { renderHost } from '../../../support/render-host'
import { startSimulator, type TestZis } from '../../../support/start-simulator'

let zis: TestZis
beforeEach(async () => {
  zis = await startSimulator()
})
afterEach(async () => {
  cleanup()
  await zis.stop()
})

const makeObject = () =>
  zis.admin('POST /api/v2/custom_objects', {
    custom_object: { key: 'part', title: 'Part', title_pluralized: 'Parts' },
  })
const makeRecord = (name: string) =>
  zis.admin('POST /api/v2/custom_objects/part/records', { custom_object_record: { name } })
const list = (params: Record<string, string> = {}, isNew = false) =>
  renderHost(zis, <ObjectsPage isNew={isNew} params={params} />)
const open = (params: Record<string, string> = {}) =>
  renderHost(zis, <ObjectPage objectKey="part" params={params} />)

describe('custom objects', () => {
  it('are created with a key made from their title', async () => {
    const { user } = await list({}, true)
    const dialog = within(await screen.findByRole('dialog', { name: 'Create object' }))
    await user.click(dialog.getByRole('button', { name: 'Create object' }))
    dialog.getByText('Enter a title')
    await user.type(dialog.getByRole('textbox', { name: 'Title' }), 'Spare part')
    expect(dialog.getByRole('textbox', { name: 'Title of several' })).toHaveValue('Spare parts')
    expect(dialog.getByRole('textbox', { name: 'Key' })).toHaveValue('spare_part')
    await user.click(dialog.getByRole('button', { name: 'Create object' }))
    await screen.findByRole('link', { name: 'Spare part' })
    expect(window.location.pathname).toBe('/simulator/objects/spare_part')
  })

  it('say why they cannot be created', async () => {
    await makeObject()
    const { user } = await list({}, true)
    const dialog = within(await screen.findByRole('dialog', { name: 'Create object' }))
    await user.type(dialog.getByRole('textbox', { name: 'Title' }), 'Part')
    await user.click(dialog.getByRole('button', { name: 'Create object' }))
    await dialog.findByText(/has already been taken/)
  })

  it('get a field with values, which their records then have', async () => {
    await makeObject()
    const { user } = await open()
    await user.click(await screen.findByRole('button', { name: 'Create field' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Create field' }))
    await user.type(dialog.getByRole('textbox', { name: 'Title' }), 'Colour')
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Type' }), 'Drop-down')
    await user.click(dialog.getByRole('button', { name: 'Create field' }))
    dialog.getByText('Enter at least one value')
    await user.type(dialog.getByRole('textbox', { name: 'Values' }), 'Dark red{Enter}Blue')
    await user.click(dialog.getByRole('button', { name: 'Create field' }))
    await screen.findByText('Colour created')

    const [create] = await screen.findAllByRole('button', { name: 'Create record' })
    await user.click(create!)
    const second = within(await screen.findByRole('dialog', { name: 'Create record' }))
    await user.type(second.getByRole('textbox', { name: 'Name' }), 'Bolt')
    await user.selectOptions(await second.findByRole('combobox', { name: 'Colour' }), 'Dark red')
    await user.click(second.getByRole('button', { name: 'Create record' }))
    await screen.findByText('Bolt created')
    expect(await raised(zis)).toMatchObject([
      {
        event_type: 'customobject.CustomObjectRecordCreated',
        event: { custom_object_record: { name: 'Bolt', custom_object_fields: { colour: 'dark_red' } } },
      },
    ])
  })

  it('have their records edited and deleted, each with its event', async () => {
    await makeObject()
    await makeRecord('Bolt')
    const { user } = await open()
    await user.click(await screen.findByRole('button', { name: 'Bolt' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit record' }))
    await user.type(dialog.getByRole('textbox', { name: 'External ID' }), 'b-1')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await screen.findByText('b-1')
    await user.click(screen.getByRole('button', { name: 'Actions for Bolt' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
    const asked = within(await screen.findByRole('alertdialog', { name: 'Delete Bolt' }))
    await user.click(asked.getByRole('button', { name: 'Delete' }))
    await screen.findByText('Create a record to raise the first event.')
    expect(await raisedTypes(zis)).toEqual([
      'customobject.CustomObjectRecordCreated',
      'customobject.CustomObjectRecordChanged',
      'customobject.CustomObjectRecordDeleted',
    ])
  })

  it('have their records searched, a page at a time', async () => {
    await makeObject()
    for (let at = 0; at < 51; at += 1) await makeRecord(`Bolt ${at}`)
    await makeRecord('Nut')
    const { user } = await open({ text: 'bolt' })
    const bolts = () => screen.getAllByText(/^Bolt \d+$/)
    await waitFor(() => expect(bolts()).toHaveLength(50))
    expect(screen.queryByText('Nut')).toBeNull()
    await user.click(screen.getByText('Show more'))
    await waitFor(() => expect(bolts()).toHaveLength(51))
  })

  it('are deleted with all that is in them, once that is confirmed', async () => {
    await makeObject()
    const { user } = await open()
    await user.click(await screen.findByRole('button', { name: 'Delete' }))
    const asked = within(await screen.findByRole('alertdialog', { name: 'Delete Parts' }))
    await user.click(asked.getByRole('button', { name: 'Delete' }))
    await screen.findByText('Parts deleted')
    expect((await zis.admin('GET /api/v2/custom_objects')).body).toMatchObject({ custom_objects: [] })
  })

  it('that do not exist are told as such', async () => {
    await open()
    await screen.findByText('No custom object has the key part.')
  })
})

describe('legacy records', () => {
  it('are created, changed and deleted, each with its event', async () => {
    const { user } = await list({ tab: 'legacy' })
    await user.click(screen.getByRole('button', { name: 'Create legacy record' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Create legacy record' }))
    await user.type(dialog.getByRole('textbox', { name: 'Type' }), 'part')
    await user.type(dialog.getByRole('textbox', { name: 'External ID' }), 'p-1')
    const attributes = dialog.getByRole('textbox', { name: 'Attributes' })
    await user.clear(attributes)
    await user.type(attributes, '[[]')
    await user.click(dialog.getByRole('button', { name: 'Create record' }))
    dialog.getByText('Enter an object, for example {"size": 4}')
    await user.clear(attributes)
    await user.type(attributes, '{{"size": 4}')
    await user.click(dialog.getByRole('button', { name: 'Create record' }))

    await user.click(await screen.findByRole('button', { name: 'p-1' }))
    const second = within(await screen.findByRole('dialog', { name: 'Edit legacy record' }))
    const again = second.getByRole('textbox', { name: 'Attributes' })
    await user.clear(again)
    await user.type(again, '{{"size": 5}')
    await user.click(second.getByRole('button', { name: 'Save' }))
    await screen.findByText('Legacy record updated')

    await user.click(screen.getByRole('button', { name: 'Actions for p-1' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
    const asked = within(await screen.findByRole('alertdialog', { name: 'Delete p-1' }))
    await user.click(asked.getByRole('button', { name: 'Delete' }))
    await screen.findByText('p-1 deleted')
    await waitFor(async () =>
      expect(await raisedTypes(zis)).toEqual([
        'customobject.CustomObjectChanged',
        'customobject.CustomObjectChanged',
        'customobject.CustomObjectDeleted',
      ]),
    )
    expect((await raised(zis))[1]!.event).toMatchObject({ custom_object: { attributes: { size: 5 } } })
  })

  it('are listed by their type', async () => {
    for (const type of ['part', 'car']) {
      await zis.admin('POST /api/sunshine/objects/records', {
        data: { type, external_id: `${type}-1`, attributes: {} },
      })
    }
    await list({ tab: 'legacy', type: 'car' })
    await screen.findByRole('button', { name: 'car-1' })
    expect(screen.queryByRole('button', { name: 'part-1' })).toBeNull()
    expect(screen.getByRole('combobox', { name: 'Type' })).toHaveDisplayValue('car')
  })
})
