import { useQuery } from '@tanstack/react-query'
import { api } from '../queries'

/** The account's integrations; only admins may ask. */
export const useIntegrations = () =>
  useQuery({
    queryKey: ['registry', 'integrations'],
    queryFn: () => api.call('GET /api/services/zis/registry/integrations', {}),
  })

/** Names to choose from; none until they are known, or for an agent. */
export const useIntegrationNames = (): string[] =>
  useIntegrations().data?.integrations.map(({ name }) => name) ?? []
