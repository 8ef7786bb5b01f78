import type { ActionDefinition, FlowDefinition } from '../flow/types'

/** The only template version that ZIS documents. */
export const templateVersion = '2019-10-14'
/** One that was seen in a registry; whether it can still be uploaded is a switch. */
export const olderTemplateVersion = '2019-02-28'

/** A bundle without faults, by kind of resource (zis-flows 2). */
export interface TypedBundle {
  name: string
  description?: string
  zis_template_version: string
  flows: FlowResource[]
  actions: ActionResource[]
  job_specs: JobSpecResource[]
}

export interface FlowResource {
  /** The key under `resources`; the name is what other resources say. */
  key: string
  name: string
  definition: FlowDefinition
}

export interface ActionResource {
  key: string
  name: string
  definition: ActionDefinition
}

export interface JobSpecResource {
  key: string
  name: string
  event_source: string
  event_type: string
  flow_name: string
}
