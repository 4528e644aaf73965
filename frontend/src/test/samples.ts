import type { Project, ProjectField, ProjectRow } from '@/api/types'

/** A project as the server shows it to its unit. */
export const project = (part: Partial<Project> = {}): Project => ({
  id: '0190a000-0000-7000-8000-0000000000a1',
  code: 'ORD-2026-150622-0001',
  version: 1,
  state: 'DRAFT',
  name: '年产5GW高效光伏组件项目',
  unitCode: '150622',
  unitName: '准格尔旗',
  callYear: 2026,
  industryTags: [],
  cooperationModes: [],
  principleChecks: [],
  justifications: [],
  publiclyListed: false,
  late: false,
  example: false,
  findings: [],
  submissions: 0,
  attachmentsCount: 0,
  createdAt: '2026-03-01T09:00:00+08:00',
  createdBy: '150622',
  updatedAt: '2026-03-02T09:30:00+08:00',
  updatedBy: '150622',
  allowedActions: ['edit', 'submit', 'appraise', 'attach', 'delete'],
  whyNot: [],
  ...part,
})

export const field = (part: Partial<ProjectField> & Pick<ProjectField, 'name' | 'label'>): ProjectField => ({
  type: 'TEXT',
  labelZh: part.label,
  necessity: 'OPTIONAL',
  section: 'basic',
  shown: true,
  fields: [],
  ...part,
})

/** A line of a list of projects. */
export const row = (part: Partial<ProjectRow> = {}): ProjectRow => ({
  id: '0190a000-0000-7000-8000-0000000000a1',
  code: 'ORD-2026-150622-0001',
  version: 1,
  state: 'DRAFT',
  name: '年产5GW高效光伏组件项目',
  unitCode: '150622',
  unitName: '准格尔旗',
  callYear: 2026,
  late: false,
  publiclyListed: false,
  blocking: 0,
  explaining: 0,
  appraised: true,
  updatedAt: '2026-03-02T09:30:00+08:00',
  updatedBy: '150622',
  example: false,
  allowedActions: ['edit', 'submit'],
  ...part,
})
