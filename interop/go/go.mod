module dev.wharf/interop

go 1.22

require github.com/fivetran/go-fivetran v1.3.5
