// The official Go client makes a group and a connection, reads, changes, tests, lists and deletes them.
// Arguments: the address of the API, a package for the connection.
package main

import (
	"context"
	"fmt"
	"os"

	"dev.wharf/interop/expect"
	"github.com/fivetran/go-fivetran"
)

var ctx = context.Background()

func main() {
	address, packageID := os.Args[1], os.Args[2]
	client := fivetran.New(os.Getenv("KEY"), os.Getenv("SECRET"))
	client.BaseURL(address + "/v1")

	account, err := client.AccountInfo().Do(ctx)
	expect.Given("account", account.Code, err)
	stranger := fivetran.New("nobody", "nothing")
	stranger.BaseURL(address + "/v1")
	refused, err := stranger.AccountInfo().Do(ctx)
	expect.Refused("account, with a wrong key", refused.Code, err)

	group, err := client.NewGroupCreate().Name("from_go").Do(ctx)
	expect.Given("group created", group.Data.Name, err)
	groups, err := client.NewGroupsList().Do(ctx)
	expect.Given("groups listed", len(groups.Data.Items), err)

	frequency := 360
	created, err := client.NewConnectionCreate().
		Service("connector_sdk").
		GroupID(group.Data.ID).
		Paused(true).
		RunSetupTests(true).
		SyncFrequency(&frequency).
		DestinationSchemaNames("FIVETRAN_NAMING").
		ConfigCustom(&map[string]any{
			"schema":         "go_weather",
			"package_id":     packageID,
			"python_version": "3.13",
			"secrets_list":   []map[string]string{{"key": "token", "value": "not-a-real-one"}},
		}).
		DoCustom(ctx)
	expect.Given("connection created", created.Data.Schema, err)
	expect.Same("its package", packageID, created.Data.Config["package_id"])
	for _, test := range created.Data.SetupTests {
		expect.Given("  setup test "+test.Title, test.Status, nil)
	}

	read, err := client.NewConnectionDetails().ConnectionID(created.Data.ID).DoCustom(ctx)
	expect.Given("connection read", read.Data.Service, err)
	expect.Same("its Python", "3.13", read.Data.Config["python_version"])
	expect.Same("its frequency", frequency, *read.Data.SyncFrequency)

	minutes := 60
	updated, err := client.NewConnectionUpdate().
		ConnectionID(created.Data.ID).
		Paused(false).
		SyncFrequency(&minutes).
		ConfigCustom(&map[string]any{"python_version": "3.12"}).
		DoCustom(ctx)
	expect.Given("connection updated", updated.Data.Config["python_version"], err)
	expect.Same("its frequency", minutes, *updated.Data.SyncFrequency)
	expect.Same("whether it rests", false, *updated.Data.Paused)

	tested, err := client.NewConnectionSetupTests().ConnectionID(created.Data.ID).Do(ctx)
	expect.Given("setup tests again", len(tested.Data.SetupTests), err)
	synced, err := client.NewConnectionSync().ConnectionID(created.Data.ID).Do(ctx)
	expect.Given("sync", synced.Code, err)

	listed, err := client.NewConnectionsList().GroupID(group.Data.ID).Schema("go_weather").Do(ctx)
	expect.Given("connections listed", len(listed.Data.Items), err)
	expect.Same("the connection listed", created.Data.ID, listed.Data.Items[0].ID)
	inGroup, err := client.NewGroupListConnections().GroupID(group.Data.ID).Do(ctx)
	expect.Given("connections of the group", len(inGroup.Data.Items), err)

	second, err := client.NewConnectionCreate().
		Service("connector_sdk").
		GroupID(group.Data.ID).
		ConfigCustom(&map[string]any{"schema": "short_lived"}).
		DoCustom(ctx)
	expect.Given("a second connection", second.Data.Schema, err)
	deleted, err := client.NewConnectionDelete().ConnectionID(second.Data.ID).Do(ctx)
	expect.Given("it is deleted", deleted.Code, err)
	gone, err := client.NewConnectionDetails().ConnectionID(second.Data.ID).DoCustom(ctx)
	expect.Refused("it is gone", gone.Code, err)
	fmt.Println("connection id:", created.Data.ID)
}
