import type { PublicProject } from '@/api/types'

/** The project in the vocabulary of schema.org, for search engines. */
export const projectRecord = (project: PublicProject, url: string, city: string): object => ({
  '@context': 'https://schema.org',
  '@type': 'WebPage',
  url,
  name: project.name,
  datePublished: project.publishedAt,
  dateModified: project.updatedAt,
  mainEntity: {
    '@type': 'Project',
    name: project.name,
    identifier: project.code,
    description: project.summary || project.content,
    url,
    keywords: [project.groupName, project.industryName].join(','),
    parentOrganization: { '@type': 'GovernmentOrganization', name: project.unitName },
    location: {
      '@type': 'Place',
      name: project.parkName ?? project.locationName ?? project.unitName,
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'CN',
        addressRegion: city,
        addressLocality: project.locationName ?? project.unitName,
        streetAddress: project.address ?? undefined,
      },
      geo:
        project.longitude == null || project.latitude == null
          ? undefined
          : { '@type': 'GeoCoordinates', longitude: project.longitude, latitude: project.latitude },
    },
    contactPoint: { '@type': 'ContactPoint', name: project.contactOffice, telephone: project.contactPhone },
  },
})
