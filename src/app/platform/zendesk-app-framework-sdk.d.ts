/** The npm package has no types; these are the parts that this app uses (zaf 1, 4). */
declare module 'zendesk_app_framework_sdk' {
  export interface ZafContext {
    instanceGuid: string
    product: string
    location: string
    account: { subdomain: string }
    /** The query of a deep link (zis-admin-app 7.1). */
    appParams?: unknown
  }

  export interface ZafMetadata {
    appId: number
    installationId: number
    name: string
    version: string
    /** Of the installation, without those that are secure. */
    settings?: Record<string, unknown>
  }

  export interface ZafRequestOptions {
    url: string
    type?: string
    data?: string
    contentType?: string
    headers?: Record<string, string>
    autoRetry?: boolean
  }

  export interface ZafClient {
    context(): Promise<ZafContext>
    metadata(): Promise<ZafMetadata>
    get(path: string): Promise<Record<string, unknown>>
    invoke(path: string, ...args: unknown[]): Promise<Record<string, unknown>>
    request(options: ZafRequestOptions): Promise<unknown>
    on(event: string, handler: (data: unknown) => void): void
    off(event: string, handler: (data: unknown) => void): unknown
  }

  const ZAFClient: { init(): ZafClient | false }
  export default ZAFClient
}
