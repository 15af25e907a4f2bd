import type { SandboxFile } from '../../protocol.ts'

/** Pictures are shown, each leading to itself in full size; other files can be saved. */
export function Files({ files }: { readonly files: readonly SandboxFile[] }) {
  return files.map((file) => (
    <figure className="file" key={file.id}>
      <figcaption>
        <a
          href={file.url_private}
          target="_blank"
          rel="noreferrer"
          download={isPicture(file) ? undefined : file.name}
        >
          {file.title}
        </a>{' '}
        <small>
          {file.name}, {Math.ceil(file.size / 1024)} kB
        </small>
      </figcaption>
      {isPicture(file) && (
        <a href={file.url_private} target="_blank" rel="noreferrer">
          <img src={file.url_private} alt={file.alt_txt ?? file.title} />
        </a>
      )}
    </figure>
  ))
}

const isPicture = ({ mimetype }: SandboxFile) => /^image\/(?:png|jpeg|gif)$/.test(mimetype)
