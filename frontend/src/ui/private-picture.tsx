import { useEffect, useState } from 'react'
import { pictureAddress } from '@/api/files'

/** A picture that only the signed-in may see; while it comes, and if it does not, its words stand there. */
export function PrivatePicture({ path, alt }: { path: string; alt: string }) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let left = false
    let known: string | undefined
    pictureAddress(path).then(
      (found) => {
        known = found
        if (left) URL.revokeObjectURL(found)
        else setAddress(found)
      },
      () => {},
    )
    return () => {
      left = true
      if (known) URL.revokeObjectURL(known)
    }
  }, [path])
  return address ? <img src={address} alt={alt} /> : <span className="zs-quiet">{alt}</span>
}
